// Which state a movement belongs to, and which agencies are of the United Nations.

/** Where movements are at home: who is told of the one may be told of the other's country. So is "the UN's nuclear watchdog". */
export const homes: Readonly<Record<string, readonly string[]>> = {
  HAMAS: ['PS'],
  FATAH: ['PS'],
  'ISLAMIC-JIHAD': ['PS'],
  HEZBOLLAH: ['LB'],
  HOUTHIS: ['YE'],
  TALIBAN: ['AF'],
  'AL-SHABAAB': ['SO'],
  'BOKO-HARAM': ['NG'],
  FARC: ['CO'],
  ELN: ['CO'],
  M23: ['CD'],
  FDLR: ['CD'],
  RSF: ['SD'],
  TTP: ['PK'],
  IAEA: ['UN'],
  WHO: ['UN'],
  ICJ: ['UN'],
};
