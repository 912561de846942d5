import type { PresenceRow } from '@huiyin/schemas/api.ts'
import { t } from '../../language.ts'
import { useDesk } from '../desk.ts'
import { AssigneeBox } from './assignee-box.tsx'
import { Tags } from './tags.tsx'
import style from './work.module.css'

/** Who has the ticket in hand, what it is called inside the house, and who else is at it now. */
export const WorkLine = () => (
  <div className={style.work}>
    <AssigneeBox />
    <Tags />
    <Others />
  </div>
)

const said = ({ name, doing }: PresenceRow) => t(`presence.${doing}`, { who: name })

/** Those who write come first: two should not answer at once. */
function Others() {
  const { others } = useDesk()
  const inOrder = [...others].sort((a, b) => Number(b.doing === 'writing') - Number(a.doing === 'writing'))
  const writes = inOrder[0]?.doing === 'writing'
  return (
    <span className={style.others} role="status" data-writing={writes}>
      {inOrder.map(said).join(t('facts.and'))}
    </span>
  )
}
