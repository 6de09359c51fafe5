// Whether passwords would go over a wire that others may read.

/** Why nobody may log in and act at this host; null where they may: this machine alone reaches it, or a web server speaks TLS before it. */
export function whyClosed(host: string, pages: string | undefined): string | null {
  const isLocal = host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
  if (isLocal || pages?.startsWith('https:')) return null;
  return `Nobody can log in or act through these pages: others reach ${host}, and passwords would go over plain http. Put a web server with TLS before them and name its https address as notify.pages in the settings, or say --acts-without-tls.`;
}
