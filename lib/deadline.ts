// A bound on how long a promise is waited for. What it does goes on, and nobody hears of it any more.

/** Rejects with a TimeoutError after so many seconds. */
export async function withinSeconds<Value>(seconds: number, promise: Promise<Value>): Promise<Value> {
  const error = Object.assign(new Error(`No answer within ${seconds} s.`), { name: 'TimeoutError' });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(error), seconds * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
