// Says that something new is there, where the page is one that shows the latest. Everything works without it.
const notice = document.querySelector('[data-live]');
if (notice && 'EventSource' in window) {
  const source = new EventSource(notice.getAttribute('data-live'));
  let known;
  source.addEventListener('state', ({ data }) => {
    known ??= data;
    if (data === known) return;
    source.close();
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = 'Something new has come in: show it';
    notice.replaceChildren(link);
  });
}
