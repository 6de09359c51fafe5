// Words that say on whose soil, or under whose flag, something happens.

/** Who does so is at home where he meets another. */
export const hosting =
  /(?<!\p{L})(?:hosts?|hosted|receives?|received|welcomes?|welcomed|empfängt|empfing|reçoit|accueille|recibe|принимает|принял)(?!\p{L})/u;
/** Under the flag of a state sail ships of others. */
export const flagged = /-flagged\b|battant pavillon|unter (?:der )?flagge|под флагом|(?:de|con) bandera|悬挂/u;
/** In The Hague others are judged. */
export const hague = /\bhague\b|la haye|la haya|den haag|гааг|海牙|لاهاي/u;
