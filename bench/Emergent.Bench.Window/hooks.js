// Notes when a frame has been drawn: at the first animation frame after the page has said so, since only then has the browser taken what was drawn.
// The key is Trial and Cycle of the frame's counters.
(() => {
  window.drawnFrames = [];
  const waiting = new Map();
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', event => {
        if (!(event.data instanceof ArrayBuffer)) return;
        const head = new DataView(event.data);
        const text = new TextDecoder().decode(new Uint8Array(event.data, 40, head.getUint32(32, true)));
        waiting.set(head.getUint32(8, true), text);
      });
    }
    send(data) {
      if (typeof data === 'string' && data.includes('"ack"')) {
        const { seq } = JSON.parse(data);
        const text = waiting.get(seq);
        // Those before it have come and were not drawn: a newer one was there.
        for (const each of waiting.keys()) if (each <= seq) waiting.delete(each);
        // A frame may be acknowledged a second time, by a view that another has taken the place of.
        if (text !== undefined) requestAnimationFrame(() => window.drawnFrames.push([text, performance.timeOrigin + performance.now()]));
      }
      super.send(data);
    }
  };
})();
