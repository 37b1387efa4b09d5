/** The little of WebAssembly that lanes.ts uses: neither Node's types nor the library that we check against declare it. */
declare namespace WebAssembly {
  class Memory {
    constructor(pages: { initial: number })
    readonly buffer: ArrayBuffer
  }
  class Module {
    constructor(code: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, Memory>>)
    readonly exports: Record<string, (...numbers: number[]) => number>
  }
}
