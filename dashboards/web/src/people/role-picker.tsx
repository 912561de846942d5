import type { Role } from '@huiyin/schemas/role.ts'
import { t } from '../language.ts'
import card from '../pane/card.module.css'
import style from './people.module.css'
import { ROLES, withRole } from './roles.ts'

type PickerProps = { chosen: readonly Role[]; onChange: (roles: Role[]) => void }

/** One or several roles. */
export const RolePicker = ({ chosen, onChange }: PickerProps) => (
  <fieldset className={style.roles}>
    <legend>{t('user.roles')}</legend>
    {ROLES.map(role => (
      <label key={role} className={style.role}>
        <input type="checkbox" checked={chosen.includes(role)} onChange={() => onChange(withRole(chosen, role))} />
        {t(`role.${role}`)}
      </label>
    ))}
    <p className={card.faint}>{t('user.roles-hint')}</p>
  </fieldset>
)
