// Takes a promise and a number of seconds; leaves its outcome, or an error when it takes longer. What it does goes on unheard.

/** Rejects with a TimeoutError after so many seconds. */
export async function within<Value>(seconds: number, promise: Promise<Value>): Promise<Value> {
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
