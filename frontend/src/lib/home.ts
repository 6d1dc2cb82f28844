/** Where each role begins. */
export const HOME = { patient: "/book", doctor: "/schedule", admin: "/home" } as const;
