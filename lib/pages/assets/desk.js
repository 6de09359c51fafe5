// Keeps the parts of the desk that are live as they are now: the page is asked for anew when the server says that something has changed, and
// its live parts take the place of the old ones. Everything works without it.
const parts = () => [...document.querySelectorAll('[data-live-part]')];
if (parts().length > 0 && 'EventSource' in window) {
  const source = new EventSource('/desk/live');
  let known;
  let isAsking = false;
  source.addEventListener('state', async ({ data }) => {
    // Who is about to press something in a part keeps it as it is.
    if (data === known || isAsking || document.hidden) return;
    isAsking = true;
    try {
      const answer = await fetch(location.href, { headers: { 'X-Live': '1' } });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of parts()) {
        const next = fresh.getElementById(part.id);
        if (next && !part.contains(document.activeElement)) part.replaceWith(next);
      }
      known = data;
    } catch {
      // The server is away for a moment; the next event asks again.
    } finally {
      isAsking = false;
    }
  });
}
