// SPDX-License-Identifier: GPL-3.0-or-later
// One upload with tus-js-client. Usage: node send.mjs JOB.json; lines of JSON come out: every answer of the
// server ({"method", "status", "offset"}), how far it is ({"sent"}), and the end ({"done"} or {"failed", "status"}).
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createHash } from 'node:crypto'
import https from 'node:https'

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const tus = createRequire(job.modules)('tus-js-client')
const say = (line) => process.stdout.write(JSON.stringify(line) + '\n')

const page = readFileSync(job.page)
const sent = Buffer.from(page)
if (job.alterAt !== undefined) sent[job.alterAt] ^= 1

const agent = new https.Agent({
  ca: readFileSync(job.ca), cert: readFileSync(job.cert), key: readFileSync(job.key), keepAlive: true,
})

function addChecksum(request) {
  if (!job.checksum || request.getMethod() !== 'PATCH') return
  const from = Number(request.getHeader('Upload-Offset'))
  const part = page.subarray(from, from + job.chunkSize)
  const digest = createHash(job.checksum).update(part).digest('base64')
  request.setHeader('Upload-Checksum', `${job.checksum} ${digest}`)
}

const upload = new tus.Upload(sent.subarray(0, job.length ?? sent.length), {
  endpoint: job.endpoint,
  uploadUrl: job.uploadUrl ?? null,
  metadata: job.metadata,
  chunkSize: job.chunkSize ?? Infinity,
  uploadSize: job.announced ?? null,
  retryDelays: job.retryDelays ?? [],
  overridePatchMethod: job.override ?? false,
  storeFingerprintForResuming: false,
  httpStack: new tus.DefaultHttpStack({ agent }),
  onBeforeRequest: addChecksum,
  onAfterResponse: (request, response) =>
    say({ method: request.getMethod(), status: response.getStatus(), offset: response.getHeader('Upload-Offset') ?? null }),
  onProgress: (bytes) => {
    say({ sent: bytes })
    if (job.abortAt !== undefined && bytes >= job.abortAt) stop()
  },
  onSuccess: () => { say({ done: upload.url }); process.exit(0) },
  onError: (error) => {
    say({ failed: error.message, status: error.originalResponse?.getStatus() ?? null, url: upload.url })
    process.exit(1)
  },
})

let stopped = false
async function stop() {
  if (stopped) return
  stopped = true
  await upload.abort(job.terminate ?? false)
  say({ stopped: upload.url })
  process.exit(0)
}

upload.start()
