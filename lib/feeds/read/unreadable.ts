// Whether decoded text is still a text: each letter that could not be read stands in it as U+FFFD.

/** What a letter that could not be read is shown as. */
const lost = '\ufffd';

/** Throws a sentence for a feed most of whose letters outside ASCII could not be read: whatever its titles said, they do not say it. */
export function refuseUnreadable(text: string): void {
  if (!text.includes(lost)) return;
  let unread = 0;
  let read = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) unread++;
    else if (unit >= 0x80) read++;
  }
  if (unread < lostLeast || unread <= read) return;
  throw new Error(
    'It is not UTF-8, and its letters fit neither the charset it declares nor any that can be told from them. Give its language (lang) if that is not right; else ask its publisher to declare the charset.',
  );
}

const lostLeast = 4;

/** Whether so many of a title's letters are lost that the rest says nothing for sure. A single one leaves it a title. */
export function isUnreadable(title: string): boolean {
  if (!title.includes(lost)) return false;
  return (title.match(/\ufffd/g)?.length ?? 0) * 5 > (title.match(/\p{L}/gu)?.length ?? 0);
}
