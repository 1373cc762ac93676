const narrow = document.querySelector('aside > details');
if (narrow) narrow.open = matchMedia('(min-width: 64em)').matches;
const input = document.querySelector('input[type=search]');
const list = document.getElementById('completions');
let last = '';
input.addEventListener('input', async () => {
  const typed = last = input.value;
  const answer = typed.trim() && await fetch('/api/suggest?q=' + encodeURIComponent(typed));
  if (!answer || !answer.ok || typed !== last) return;
  const { completions } = await answer.json();
  list.replaceChildren(...completions.map(({ text }) => {
    const option = document.createElement('option');
    option.value = text;
    return option;
  }));
});
