import { useEffect, useState } from "preact/hooks";

/** Gives what a loader loads, once it is there; null until then, and the error where it cannot be loaded. */
export function useLazy<T extends object>(load: () => Promise<T>): T | Error | null {
  const [loaded, setLoaded] = useState<{ load: () => Promise<T>; value: T | Error } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const settle = (value: T | Error) => isCurrent && setLoaded({ load, value });
    load().then(settle, (error: unknown) =>
      settle(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      isCurrent = false;
    };
  }, [load]);
  return loaded?.load === load ? loaded.value : null;
}
