import type { UserRow } from '@huiyin/schemas/user.ts'
import { known, t } from '../language.ts'

/** The roles of somebody in words; one that this page does not know stands as it came. */
export const rolesOf = ({ roles }: Pick<UserRow, 'roles'>): string =>
  roles.map(role => known(`role.${role}`) ?? role).join(t('facts.and'))
