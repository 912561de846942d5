import { type Draft, unseen } from '../draft.ts'
import { askFor, decideOnAsk } from './asks.ts'
import { attachFile } from './attach.ts'
import { bounce, rule } from './bounce.ts'
import type { CaseAct } from './commands.ts'
import { returnResult, sendToDepartment, signFor, withdraw } from './dispatch.ts'
import { linkTo, unlink } from './link.ts'
import { rateCase } from './satisfaction.ts'
import { endSupervisionOf, superviseCase } from './supervise.ts'
import { transferTicket } from './transfer.ts'

/** Does what a person decided about the case; throws a HuiyinError with what they must know. */
export function applyCase(draft: Draft, act: CaseAct): void {
  if ('seen' in act && act.seen !== undefined) unseen(draft, { seen: act.seen })
  switch (act.type) {
    case 'dispatch':
      return sendToDepartment(draft, act)
    case 'dispatch.sign':
      return signFor(draft, act)
    case 'dispatch.return':
      return returnResult(draft, act)
    case 'dispatch.bounce':
      return bounce(draft, act)
    case 'dispatch.rule':
      return rule(draft, act)
    case 'dispatch.link':
      return linkTo(draft, act)
    case 'dispatch.unlink':
      return unlink(draft, act)
    case 'attach':
      return attachFile(draft, act)
    case 'dispatch.withdraw':
      return withdraw(draft, act)
    case 'transfer':
      return transferTicket(draft, act)
    case 'supervise':
      return superviseCase(draft, act)
    case 'supervise.end':
      return endSupervisionOf(draft, act)
    case 'ask':
      return askFor(draft, act)
    case 'ask.decide':
      return decideOnAsk(draft, act)
    case 'rate':
      return rateCase(draft, act)
  }
}
