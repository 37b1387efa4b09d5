/** Lets everybody go on once so many have come: for what two people do at the same moment. */
export function meeting(of: number): () => Promise<void> {
  const all = Promise.withResolvers<void>()
  let come = 0
  return () => {
    if (++come === of) all.resolve()
    return all.promise
  }
}
