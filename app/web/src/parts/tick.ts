// Renders a component again each second, while something counts down.
import { useEffect, useState } from "preact/hooks";

const SECOND_MS = 1_000;

/** Render again each second until a time, and then. */
export function useTick(until: number) {
  const [ticks, setTicks] = useState(0);
  const isOver = Date.now() >= until; // as people see it: the time may come before the effect runs
  useEffect(() => {
    if (isOver) return undefined;
    const left = until - Date.now();
    const timer = setTimeout(() => setTicks(ticks + 1), left % SECOND_MS || SECOND_MS);
    return () => clearTimeout(timer);
  }, [until, ticks, isOver]);
}
