import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { UploadedFile } from '../../engine/forms/field.js'
import { mustBeOurForm } from '../../web/keepers.js'

/** The largest list of people that one file may be, in bytes: a trust's, with room to spare. */
export const largestList = 32 * 1024 * 1024

/** The most that one form may bring, in bytes, all its files together: they are held in memory while they are looked over. */
export const largestUpload = 64 * 1024 * 1024
export const tooMuchAtOnce = 'These files are more than 64 MB together. Bring them in two goes'

/** What came with an upload: boxes by name, and files in the order in which they were chosen. */
export interface Upload {
  readonly body: Readonly<Record<string, string>>
  readonly files: readonly UploadedFile[]
  /** The files were more than `largestUpload` together; those beyond it were not kept. */
  readonly tooMuch: boolean
}

/**
 * Adds routes that take lists of people, apart from the rest of the product, which reads no such bodies at all. Such a
 * route says `csrf: 'in-handler'` and reads its body with `readUpload`.
 */
export function routesWithLists(app: FastifyInstance, routes: (apart: FastifyInstance) => void): void {
  void app.register(async (apart) => {
    // One byte more than the limit is read, so that a file too large is told so beside its field.
    const limits = { fileSize: largestList + 1, files: 12, fields: 400, parts: 412, fieldSize: 128 * 1024 }
    await apart.register(multipart, { limits, throwFileSizeLimit: false })
    routes(apart)
  })
}

/** Reads an upload. The form's token comes first and is judged before anything else of the body is read. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const body: Record<string, string> = {}
  const files: UploadedFile[] = []
  let [kept, tooMuch] = [0, false]
  for await (const part of request.parts()) {
    if (!('_csrf' in body)) mustBeOurForm(request, part.type === 'field' ? part.value : undefined)
    if (part.type === 'field') {
      body[part.fieldname] = String(part.value)
      continue
    }
    // Read even where no file was chosen, or more came than is kept: the rest of the body waits behind it.
    tooMuch ||= kept > largestUpload
    if (tooMuch) {
      part.file.resume()
      continue
    }
    const bytes = await part.toBuffer()
    kept += bytes.length
    if (bytes.length > 0) files.push({ name: part.filename, bytes })
  }
  return { body, files, tooMuch: tooMuch || kept > largestUpload }
}
