// Work on one thing whose failure is its own: what else is worked beside it goes on.

/**
 * What the work gives, or the error it threw, for an outcome. Throws where `signal` is aborted by then: the run ends or the lease is
 * lost, and that is nobody's fault.
 */
export async function alone<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<{ result: Result } | { error: Error }> {
  try {
    return { result: await work() };
  } catch (error) {
    signal.throwIfAborted();
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}
