// Loads the page again as soon as there is a newer build than the one it came from: also when the
// preview was stopped and started again in the meantime.
(() => {
  const shown = document.currentScript?.dataset.build;
  const listen = () => {
    const socket = new WebSocket(`ws://${location.host}/websocket-reload`);
    socket.addEventListener("message", ({ data }) => {
      if (data !== shown) location.reload();
    });
    socket.addEventListener("close", () => setTimeout(listen, 1000));
  };
  listen();
})();
