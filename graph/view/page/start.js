// Starts the page.
readColours();
byId('legend').open = window.innerWidth >= 900;
drawPicture();
writeYears();
writeWords();
listenToYears();
listenToSearch();
stage.addEventListener('keydown', pressed);
byId('csv').addEventListener('click', downloadCsv);
dark.addEventListener('change', () => {
  readColours();
  edges.update(data.edges.map((edge) => ({id: edge.id, color: lineColour(edge, edge.faded)})));
  writeLegend();
  network.redraw();
});
window.palermo = {network, data, state, labels: () => placed, shown: () => now, svg: svgPicture, csv};
document.documentElement.dataset.ready = 'yes'; // drawn, and all controls listen
