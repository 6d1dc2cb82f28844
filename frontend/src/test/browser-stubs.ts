// What jsdom lacks of the browser, as far as our screens use it.

HTMLDialogElement.prototype.showModal = function showModal() {
  this.setAttribute("open", "");
  this.addEventListener("keydown", cancelOnEscape);
};
HTMLDialogElement.prototype.close = function close() {
  this.removeAttribute("open");
};

function cancelOnEscape(this: HTMLElement, event: KeyboardEvent): void {
  if (event.key === "Escape") this.dispatchEvent(new Event("cancel", { cancelable: true }));
}

HTMLElement.prototype.hidePopover = function hidePopover() {
  this.removeAttribute("data-popover-open");
};
HTMLElement.prototype.setPointerCapture = () => undefined;
window.scrollTo = () => undefined;
/** A phone, until a test says otherwise. */
window.matchMedia = (media) => Object.assign(new EventTarget() as MediaQueryList, { media, matches: false });
