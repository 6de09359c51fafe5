// A YouTube channel as a source, by its id: its videos' titles, from the Atom feed YouTube keeps for it.
import { read } from './feed.js';
import type { SourceReader } from './kind.js';

export const youtube: SourceReader = {
  address: ({ youtube: channel = '' }) => `https://www.youtube.com/feeds/videos.xml?channel_id=${encodeURIComponent(channel)}`,
  read,
};
