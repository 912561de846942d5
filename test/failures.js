import { createHook, executionAsyncResource } from 'node:async_hooks'

// Stands in for the package async-hook-domain, by which tap knows the test that an error belongs to which nobody caught. That
// package is told of the end of every promise as well, which keeps the garbage collector busy: tests of many promises took
// half as long again. Here each promise bears its test itself.

const DOMAIN = Symbol('test')
const open = new Set()
const emit = process.emit

/** The test in which what runs now was begun; one that is over hands on to the test around it. */
function current() {
  let domain = executionAsyncResource()[DOMAIN]
  while (domain?.isOver) domain = domain.parent
  return domain
}

const inherits = createHook({
  init(_id, _type, _trigger, resource) {
    const domain = executionAsyncResource()[DOMAIN]
    if (domain) resource[DOMAIN] = domain
  }
})

/** Whether whoever listens for errors himself may have it. */
const isListenedTo = event => process.listenerCount(event) > 0

function tell(error, origin) {
  const domain = current()
  domain?.onerror(error, origin)
  return domain !== undefined
}

function onException(error, origin) {
  if (process.hasUncaughtExceptionCaptureCallback() || isListenedTo('uncaughtException') || !tell(error, origin)) return
  const capture = process.setUncaughtExceptionCaptureCallback
  capture(() => capture(null)) // it is told: the process goes on, this once
}

const onEvent = (event, ...of) =>
  event === 'unhandledRejection' && !isListenedTo(event) && !isListenedTo('uncaughtException')
    ? tell(of[0], event)
    : emit.call(process, event, ...of)

export class Domain {
  isOver = false
  parent = current()

  constructor(onerror) {
    this.onerror = onerror
    if (open.size === 0) {
      inherits.enable()
      process.on('uncaughtExceptionMonitor', onException)
      process.emit = onEvent
    }
    open.add(this)
    executionAsyncResource()[DOMAIN] = this
  }

  destroy() {
    this.isOver = true
    open.delete(this)
    if (open.size > 0) return
    inherits.disable()
    process.removeListener('uncaughtExceptionMonitor', onException)
    process.emit = emit
  }
}
