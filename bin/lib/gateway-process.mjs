/**
 * How a gateway's process is started; the benchmark starts it in the same way.
 */

/**
 * Its garbage is small and young: a small nursery keeps a busy process a third smaller, at no cost in time. It may have what is
 * old collected when it wants to, as after the swap of a large snapshot (serve/gateway.ts).
 */
export const flags = ['--max-semi-space-size=2', '--expose-gc']

/**
 * The list of names in large pages of memory, where the kernel lends them to who asks (as Ubuntu's does): at five million
 * names a question costs a fifth less, for it touches few bytes far apart. One heap for all threads saves 5 MB, for only
 * one of them is busy. Both are settings of the C library, which others (musl) do not know and do not mind.
 */
export const environment = {
  GLIBC_TUNABLES: process.env.GLIBC_TUNABLES ?? 'glibc.malloc.hugetlb=1:glibc.malloc.arena_max=1',
}
