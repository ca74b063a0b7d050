/**
 * Puts off what the map does until the page has answered a press with a frame: drawing the map can take longer than
 * a person should wait to see that the press was heard. Returns the way to call it off.
 */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
