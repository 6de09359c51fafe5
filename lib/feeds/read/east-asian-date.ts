// Dates with the signs of East Asia, or with words for the halves of the day, rewritten with the marks that looser parsing knows.

/** 2026年11月28日 16時07分, 2026년 11월 28일, 28 tháng 11 năm 2026: with hyphens and colons. */
export function eastAsian(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return text
    .replace(/(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日日일号號]/, ' $1-$2-$3 ')
    .replace(/(\d{1,2})\s?tháng\s?(\d{1,2})\s?,?\s?(?:năm\s?)?(\d{4})/i, ' $3-$2-$1 ')
    .replace(/(\d{1,2})\s?[時时點点시]\s?(?:(\d{1,2})\s?[分분])?\s?(?:(\d{1,2})\s?[秒초])?/, (_all, hour, minute, second) => {
      return ` ${hour}:${minute ?? '00'}:${second ?? '00'} `;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** 下午4:07, 오후 4:07, 4:07 μ.μ., 4:07 م: as "4:07 PM". */
export function halves(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return text
    .replace(new RegExp(`(?:${morning})\\s?(${clock})`), '$1 AM')
    .replace(new RegExp(`(?:${evening})\\s?(${clock})`), '$1 PM')
    .replace(new RegExp(`(${clock})\\s?(?:π\\.?μ\\.?|ص|ÖÖ)(?!\\p{L})`, 'u'), '$1 AM')
    .replace(new RegExp(`(${clock})\\s?(?:μ\\.?μ\\.?|م|ÖS)(?!\\p{L})`, 'u'), '$1 PM');
}

const clock = '\\d{1,2}:\\d{1,2}(?::\\d{1,2})?';
const morning = '오전|上午|午前|凌晨|早上|ÖÖ';
const evening = '오후|下午|午後|晚上|中午|ÖS';
