/** An address to write to. Where it is too long for its line it breaks before the @. */
export function EmailLink({ address }: { address: string }) {
  const at = address.lastIndexOf("@");
  return (
    <a href={`mailto:${address}`} dir="ltr">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </a>
  );
}
