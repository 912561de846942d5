import { failed, succeeded } from '@huiyin/domain/collecting/backoff.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import { CapabilityAbsent, PlatformError, PostGone } from '@huiyin/ports/platform.ts'
import { type AccountRun, LeaseLost, type Ports, type Trouble } from './account-run.ts'
import { notePost } from './discovery.ts'
import { raiseTrouble, resolveCapability, resolveTrouble } from './items.ts'
import type { Task } from './tasks.ts'
import { passesWell } from './walk.ts'
import { type PostWatch, savePostWatch } from './watch.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** A task that fails is tried again after this, twice as long each time, and at last after `LONGEST`. */
const SHORTEST = 5 * SECOND
const LONGEST = 15 * MINUTE
/** So many times in a row a post must not be there before it is left alone. */
const GONE_AFTER = 2

/** A good call: the account is read again, whatever was. */
export async function noteSuccess(ports: Ports, run: AccountRun, { needs }: Pick<Task, 'needs'>): Promise<void> {
  run.watch.breaker = succeeded()
  run.readAt = ports.clock.now()
  await noteGranted(ports, run, needs)
  const { trouble, proven } = run
  if (trouble?.of.failures !== undefined) return
  if (trouble) ports.logger.info(ofAccount(run), 'account is read again')
  delete run.trouble
  if (!trouble && proven.has('account')) return // an earlier run may have left an item
  proven.add('account')
  await resolveTrouble(ports, run)
}

async function noteGranted(ports: Ports, run: AccountRun, needs: Task['needs']): Promise<void> {
  const { withheld, proven } = run
  for (const [capability, of] of withheld) {
    if (of.failures !== undefined) continue
    withheld.delete(capability)
    proven.delete(capability)
  }
  if (needs === undefined || withheld.has(needs) || proven.has(needs)) return
  proven.add(needs)
  await resolveCapability(ports, run, needs)
}

/**
 * What a failed call means: for the post when only that is gone, for the capability when the platform withholds one, for
 * the account otherwise. Every failure moves the failed task's own next try, so that none blocks the others. Rejects
 * when our own store or log is away, or the account is another's now.
 */
export async function noteFailure(ports: Ports, run: AccountRun, task: Task, error: unknown): Promise<void> {
  if (error instanceof LeaseLost || isAway(error)) throw error
  if (error instanceof PostGone && task.post) return postGone(ports, run, task.post, error)
  const now = ports.clock.now()
  const failures = (task.watch.failures ?? 0) + 1
  task.watch.failures = failures
  task.watch.retryAt = now + Math.min(LONGEST, SHORTEST * 2 ** Math.min(failures - 1, 20))
  task.drop?.()
  if (error instanceof CapabilityAbsent) {
    run.withheld.set(error.capability, task.watch)
    task.watch.retryAt = now + HOUR
    await tellOnce(ports, run, { state: 'retrying', code: error.code, message: error.message, of: task.watch })
    return raiseTrouble(ports, run, error)
  }
  const { code, message } = wordsOf(error)
  if (error instanceof PlatformError && error.advice === 'bug' && task.post) {
    task.watch.retryAt = now + HOUR
    return ports.logger.error({ ...ofAccount(run), code }, `a post cannot be read: ${message}`)
  }
  await accountFails(ports, run, error, { code, message, of: task.watch })
}

async function accountFails(
  ports: Ports,
  run: AccountRun,
  error: unknown,
  words: Omit<Trouble, 'state'>
): Promise<void> {
  const { random = Math.random, clock } = ports
  const now = clock.now()
  const known = error instanceof PlatformError ? error : undefined
  const stopped = known !== undefined && known.advice !== 'retry'
  const jitter = 1 + random() / 5
  const wait = stopped ? HOUR * jitter : known?.retryAfterMs !== undefined ? known.retryAfterMs * jitter : 0
  run.watch.breaker = failed(run.watch.breaker, { wait: Math.round(wait) }, random(), now)
  run.dirty = true
  await tellOnce(ports, run, { state: stopped ? 'stopped' : 'retrying', ...words })
  if (stopped) await raiseTrouble(ports, run, known)
}

async function tellOnce({ logger }: Ports, run: AccountRun, trouble: Trouble): Promise<void> {
  const before = run.trouble
  run.trouble = trouble
  const { state, code, message } = trouble
  if (before?.state === state && before.code === code) return
  if (state === 'stopped')
    logger.error({ ...ofAccount(run), code }, `account is stopped, a person has to act: ${message}`)
  else logger.warn({ ...ofAccount(run), code }, `account is tried again later: ${message}`)
}

async function postGone(ports: Ports, run: AccountRun, watch: PostWatch, error: PostGone): Promise<void> {
  run.walks.delete(watch.post)
  run.passes.delete(watch.post)
  watch.hits = (watch.hits ?? 0) + 1
  delete watch.failures
  passesWell(watch)
  watch.retryAt = ports.clock.now() + 10 * MINUTE
  if (watch.hits >= GONE_AFTER) {
    watch.gone = true
    watch.goneAt = ports.clock.now()
    delete watch.back
    await notePost(ports, run, { id: watch.post, gone: true }, 'poll')
    ports.logger.warn({ ...ofAccount(run), code: error.code }, 'a post is not there any more; it is left alone')
  }
  await savePostWatch(ports.records, run.account, watch)
}

const ofAccount = ({ account: { platform, id } }: AccountRun) => ({ platform, account: id })

function wordsOf(error: unknown): { code: string; message: string } {
  if (error instanceof PlatformError) return { code: error.code, message: error.message }
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return { code, message: error.message }
}
