/** Ids in addresses are numbers; of any other word the guard says that it does not exist. */
const toId = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : Number.NaN);

export const byId = {
  parse: ({ id }: { id: string }) => ({ id: toId(id) }),
  stringify: ({ id }: { id: number }) => ({ id: String(id) }),
};
export const byDoctor = {
  parse: ({ doctorId }: { doctorId: string }) => ({ doctorId: toId(doctorId) }),
  stringify: ({ doctorId }: { doctorId: number }) => ({ doctorId: String(doctorId) }),
};
