import multipart, { type MultipartFile } from '@fastify/multipart'
import { endingOf, fileName } from '@huiyin/domain/attachments/file-name.ts'
import { attachmentRefused, HuiyinError } from '@huiyin/domain/errors.ts'
import type { Files, ReceivedFile } from '@huiyin/ports/files.ts'
import { ATTACHMENT_LIMITS, type AttachmentType } from '@huiyin/schemas/attachment.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { invalidRequest } from '../errors.ts'
import { typeOf } from './sniff.ts'

/** A file that came with a request and is one that we take; it is kept, or discarded. */
export type Upload = { file: ReceivedFile; name: string; type: AttachmentType }

/** `refused`: why no more of it was read than stands here; none of its files is left then. */
export type Form = {
  fields: ReadonlyMap<string, string>
  uploads: readonly Upload[]
  refused?: Error
  discard: () => Promise<void>
}

const MOST_FIELD = 64 * 1024
const HEADERS = 20

/** Bodies of forms with files, in this scope only. Who is answered before all of it was read sends no more by that connection. */
export async function takeForms(app: FastifyInstance): Promise<void> {
  await app.register(multipart)
  app.addHook('onSend', async (request, reply) => {
    if (request.isMultipart() && !request.raw.complete) reply.header('connection', 'close')
  })
}

type Limits = { files: number; fields: number }

/**
 * Reads a form, its files straight to the disk, one after the other. What came of them is gone when any is refused: why
 * stands in the form, so that what was typed is not lost. Throws what is no fault of the form.
 */
export async function readForm(request: FastifyRequest, files: Files, limits: Limits): Promise<Form> {
  if (!request.isMultipart())
    throw attachmentRefused('Expected a form (multipart/form-data); something else came', '请通过页面上的表单提交')
  const fields = new Map<string, string>()
  const uploads: Upload[] = []
  const received: ReceivedFile[] = []
  const discard = async () => {
    for (const file of received) await file.discard()
  }
  const all = { fileSize: ATTACHMENT_LIMITS.bytes + 1, fieldSize: MOST_FIELD, headerPairs: HEADERS }
  try {
    for await (const part of request.parts({ limits: { ...all, ...limits, parts: limits.files + limits.fields } })) {
      if (part.type === 'field') fields.set(part.fieldname, textOf(part.value, part.fieldname))
      else {
        const file = await files.receive(part.file, ATTACHMENT_LIMITS.bytes)
        received.push(file)
        if (isChosen(part, file)) uploads.push(await uploadOf(part, file))
      }
    }
    return { fields, uploads, discard }
  } catch (error) {
    await discard()
    return { fields, uploads: [], refused: faultOf(error), discard }
  } finally {
    passOver(request)
  }
}

/** Of a refused form so many bytes are taken off the wire, for so many ms, so that its sender gets to read why. */
const REST = { bytes: 32 * 1024 * 1024, ms: 2_000 }

/**
 * Nobody reads the rest any more, and be it what follows the last part: what is not taken off would hold the connection
 * until it times out.
 */
function passOver({ raw }: FastifyRequest): void {
  let left = REST.bytes
  const ending = setTimeout(() => raw.complete || raw.destroy(), REST.ms).unref()
  raw.once('close', () => clearTimeout(ending))
  raw.unpipe()
  raw.on('data', ({ length }: Buffer) => {
    left -= length
    if (left < 0) raw.destroy()
  })
}

/** What is wrong with a form; throws what is wrong with us. */
function faultOf(error: unknown): Error {
  if (!(error instanceof Error) || 'syscall' in error) throw error // the disk's
  const isKnown = error instanceof HuiyinError || 'statusCode' in error
  return isKnown ? error : invalidRequest('body', `body must be a whole form: ${error.message}`)
}

/** Browsers send a part without name and content for a field in which nothing was chosen. */
const isChosen = ({ filename }: MultipartFile, { bytes }: ReceivedFile) => Boolean(filename) || bytes > 0

async function uploadOf({ filename }: MultipartFile, file: ReceivedFile): Promise<Upload> {
  const name = fileName(filename ?? '')
  return { file, name, type: await typeOf(file, endingOf(name)) }
}

function textOf(value: unknown, field: string): string {
  const at = `body/${field}`
  if (typeof value !== 'string') throw invalidRequest(at, `${at} must be text`)
  if (!value.isWellFormed() || value.includes('\0')) throw invalidRequest(at, `${at} must be text of whole characters`)
  return value
}
