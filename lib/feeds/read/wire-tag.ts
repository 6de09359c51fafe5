// What an agency or a site writes beside a headline about its version or its form is no part of it: "UPDATE 2-Oil falls", "(2nd LD) Envoy
// leaves", "Talks in full (VIDEO)". What says of what kind a headline is (live, opinion, analysis, timeline) stays, for readers want to know.

const version =
  '(?:(?:update|wrapup)\\s\\d{1,2}|refile|corrected)\\s?-\\s?|\\((?:\\d(?:st|nd|rd|th)\\s)?(?:lead|ld)\\)\\s+|\\((?:urgent|update|updated)\\)\\s+';
const before = new RegExp(`^(?:${version})+`, 'iu');
const form = 'videos?|photos?|watch in full|watch|link|update|updated|graphic|audio|vídeo|fotos?|vidéo|видео|фото|视频|فيديو|صور';
const behind = new RegExp(`\\s+(?:\\((?:${form})\\)|\\[(?:${form})\\])$`, 'iu');

/** So many words a headline has at least, as without its section. */
const leastWords = 3;

/** The title without such tags; one that would be left with fewer than three words stays. */
export function withoutWireTags(title: string): string {
  const rest = title.replace(before, '').replace(behind, '');
  return rest !== title && rest.split(/\s+/u).length >= leastWords ? rest : title;
}
