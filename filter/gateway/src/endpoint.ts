/** Where something listens. `shared`: other processes listen there too, and the kernel deals the clients out. */
export interface Endpoint {
  readonly address: string
  readonly port: number
  readonly shared: boolean
}
