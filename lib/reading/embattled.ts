// The states where an attack by nobody named is war, and no crime. Others are struck too: there only weapons of war tell.
export const embattled: ReadonlySet<string> = new Set('UA RU IL PS LB SY YE IR SD MM'.split(' '));
