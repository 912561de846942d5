import type { Role } from '@huiyin/schemas/role.ts'
import type { HandOver, UserState } from '@huiyin/schemas/user.ts'

type Needed = `role.${Role}` | `user.state.${UserState}` | `hand-over.${HandOver['why'][number]}`

/** Of those who sign in: how they do, what they set of themselves, and who keeps them; in Chinese and English. */
export const PEOPLE_WORDS = {
  'sign-in.code': ['动态验证码', 'Code of your authenticator'],
  'sign-in.code-hint': ['六位数字；手机不在身边时可用恢复码。', 'Six digits; or a recovery code.'],
  'sign-in.again': ['换一个账户登录', 'Sign in as somebody else'],
  'sign-in.sso': ['用{name}登录', 'Sign in with {name}'],
  'sso.linked': ['已关联统一认证，以后可以用它登录。', 'Single sign-on knows you now; you can sign in with it.'],
  'sso.unknown': [
    '统一认证的这个身份没有关联本系统账户。请先用密码登录，在“我的”里关联。',
    'Nobody here is linked to that identity. Sign in with your password first, then link it under “My account”.'
  ],
  'sso.proposed': [
    '已提交加入申请，系统管理员批准后即可登录。',
    'You have been proposed; you can sign in once an administrator has approved it.'
  ],
  'sso.failed': ['统一认证没有完成，请再试一次。', 'Single sign-on did not succeed; try again.'],

  'password.must': ['请先修改密码', 'Change your password first'],
  'password.must-hint': [
    '密码由他人设置或已到期，修改后即可使用。',
    'It was set by another person, or is too old. Then you can go on.'
  ],
  'password.current': ['当前密码', 'Current password'],
  'password.new': ['新密码', 'New password'],
  'password.again': ['再输入一次新密码', 'The new password again'],
  'password.rule': [
    '至少 8 个字符，含字母、数字和特殊字符；不含姓名，不与最近 5 个相同。',
    'Eight characters at least, with letters, digits and special ones; not your name, none of your last five.'
  ],
  'password.different': ['两次输入的新密码不一样。', 'The two are not the same.'],
  'password.wrong': ['当前密码不对。', 'The current password is wrong.'],
  'password.change': ['修改密码', 'Change the password'],
  'password.changed': ['密码已修改，其他设备已退出登录。', 'Changed; you are signed out everywhere else.'],
  'password.once': ['一次性密码', 'Password for one sign-in'],
  'password.once-hint': [
    '请当面交给{who}，只显示这一次；首次登录后须修改。',
    'Hand it to {who}; it is shown only now and has to be changed at the first sign-in.'
  ],

  me: ['我的', 'My account'],
  'me.open': ['我的账户', 'My account'],
  'me.failed': ['没有载入', 'It did not load'],
  'me.role': ['岗位', 'Role'],
  'me.department': ['部门', 'Department'],
  'me.sign-in-name': ['登录名', 'Sign-in name'],
  'me.password-until': ['密码有效至', 'Password lasts until'],
  'factor.title': ['二次验证', 'Second factor'],
  'factor.off': [
    '未启用。启用后，登录时还要输入手机验证器上的六位数字。',
    'Off. Once on, signing in takes six digits of the authenticator on your phone too.'
  ],
  'factor.on': ['已启用。', 'On.'],
  'factor.begin': ['开始设置', 'Set it up'],
  'factor.secret': ['密钥', 'Secret'],
  'factor.secret-hint': [
    '在手机验证器里选“手动输入密钥”（按时间，6 位，30 秒），再填它显示的数字。',
    'Enter it by hand in your authenticator (by time, 6 digits, 30 s), then the code that it shows.'
  ],
  'factor.open': ['在本机验证器中打开', 'Open in the authenticator of this device'],
  'factor.code': ['验证器上的数字', 'Code of the authenticator'],
  'factor.confirm': ['启用', 'Turn it on'],
  'factor.recovery': ['恢复码', 'Recovery codes'],
  'factor.recovery-hint': [
    '只显示这一次，请抄下或打印保存。手机不在身边时，每个可登录一次。',
    'Shown only now; write them down. Each lets you in once when your phone is not there.'
  ],
  'factor.kept': ['已保存好', 'I have kept them'],
  'factor.remove': ['停用', 'Turn it off'],
  'sso.title': ['统一认证', 'Single sign-on'],
  'sso.is-linked': ['已关联{name}。', '{name} knows you.'],
  'sso.is-free': ['关联后可以用{name}登录。', 'Once linked you can sign in with {name}.'],
  'sso.link': ['关联{name}', 'Link {name}'],
  'sessions.title': ['登录的设备', 'Where you are signed in'],
  'sessions.here': ['本机', 'Here'],
  'sessions.unknown': ['未知浏览器', 'Unknown browser'],
  'sessions.used': ['{at} 使用', 'Used {at}'],
  'sessions.end': ['退出', 'Sign out'],
  'sessions.end-of': ['退出 {agent}', 'Sign out {agent}'],
  'sessions.everywhere': ['在所有设备上退出', 'Sign out everywhere'],
  'copy.do': ['复制', 'Copy'],
  'copy.done': ['已复制', 'Copied'],

  'view.me': ['我的', 'My account'],
  'view.people': ['人员', 'People'],
  people: ['人员', 'People'],
  'people.summary': ['可登录 {active} 人', '{active} can sign in'],
  'people.summary-proposed': [
    '可登录 {active} 人，待批准 {proposed} 人',
    '{active} can sign in, {proposed} to be approved'
  ],
  'people.propose': ['提名新成员', 'Propose somebody'],
  'people.propose-hint': [
    '须由另一位系统管理员批准；批准时得到一次性密码。',
    'Another administrator approves; a password for one sign-in comes with it.'
  ],
  'people.failed': ['人员没有载入', 'The people did not load'],
  'people.left': ['已离开的 {count} 人', '{count} have left'],
  'people.back': ['返回人员列表', 'Back to the people'],
  'people.none': ['没有这个人', 'There is no such person'],
  'people.none-hint': ['请从列表中选择。', 'Choose from the list.'],
  'user.state.proposed': ['待批准', 'To be approved'],
  'user.state.active': ['可登录', 'Can sign in'],
  'user.state.suspended': ['已停用', 'Suspended'],
  'user.state.left': ['已离开', 'Has left'],
  'user.last': ['最近登录', 'Last sign-in'],
  'user.never': ['还没有', 'Not yet'],
  'user.factor': ['二次验证', 'Second factor'],
  'user.on': ['已启用', 'On'],
  'user.off': ['未启用', 'Off'],
  'user.password': ['密码', 'Password'],
  'user.must-change': ['登录后须修改', 'To be changed at sign-in'],
  'user.until': ['有效至 {at}', 'Until {at}'],
  'user.failures': ['登录失败', 'Failed tries'],
  'user.failures-of': ['{count} 次，最近 {at}', '{count}, the last {at}'],
  'user.proposed-by': ['提名', 'Proposed'],
  'user.approved-by': ['批准', 'Approved'],
  'user.ended-by': ['停用或离开', 'Ended'],
  'user.step': ['{who}，{at}', '{who}, {at}'],
  'user.step-why': ['{who}，{at}：{why}', '{who}, {at}: {why}'],
  'user.accounts': ['负责账号', 'Accounts'],
  'user.accounts-of': ['{count} 个', '{count}'],
  'user.accounts-all': ['全部', 'All'],
  'user.approve': ['批准', 'Approve'],
  'user.refuse': ['不批准', 'Refuse'],
  'user.change': ['修改', 'Change'],
  'user.reset': ['重置密码', 'Reset the password'],
  'user.reset-hint': ['旧密码失效，对方在各处退出登录。', 'The old one ends, and so do all their sessions.'],
  'user.reset-factor': ['二次验证', 'Second factor'],
  'user.reset-keep': ['保留', 'Stays'],
  'user.reset-forget': ['验证器丢失，一并清除', 'Lost: forget it too'],
  'user.suspend': ['停用', 'Suspend'],
  'user.suspend-hint': ['立即退出登录，可以恢复。', 'They are signed out at once, and can be taken up again.'],
  'user.leave': ['离职', 'Has left'],
  'user.leave-hint': ['立即退出登录，不能恢复。', 'They are signed out at once, for good.'],
  'user.resume': ['恢复', 'Take up again'],
  'user.unlock': ['清除失败次数', 'Forget the failed tries'],
  'user.why': ['理由', 'Why'],
  'user.hand-over': ['还有 {count} 条工单要有人接手', '{count} tickets have to be taken over'],
  'hand-over.taken': ['由其处理', 'taken on'],
  'hand-over.assigned': ['分派给其', 'in hand'],
  'hand-over.reply': ['回复未发出', 'a reply that has not left'],
  'hand-over.spokesperson': ['指定发言人', 'spokesperson'],
  'hand-over.asked': ['申请未决', 'an open question'],
  'user.id': ['登录名', 'Sign-in name'],
  'user.id-hint': ['小写字母、数字、点或横线，如 chen.wei', 'Small letters, digits, dots or dashes, such as chen.wei'],
  'user.name': ['姓名', 'Real name'],
  'user.roles': ['岗位', 'Roles'],
  'user.roles-hint': [
    '可选多个；承办人只能是承办人，并要填部门。',
    'One or several; who handles for a department does nothing else and has a department.'
  ],
  'user.department': ['部门', 'Department'],
  'user.department-hint': ['留空：统管全局的负责人', 'Empty: heads the office itself'],
  'user.save': ['保存', 'Save'],
  'user.propose': ['提名', 'Propose'],
  'role.administrator': ['系统管理员', 'Administrator'],
  'role.head': ['部门负责人', 'Head'],
  'role.collector': ['信息采集员', 'Collector'],
  'role.editor': ['内容编辑员', 'Editor'],
  'role.reviewer': ['审核员', 'Reviewer'],
  'role.maintainer': ['技术维护员', 'Maintainer'],
  'role.handler': ['承办人', 'Handler'],
  'role.leader': ['领导', 'Leader'],
  'role.auditor': ['审计员', 'Auditor'],

  'reveal.open': ['查看遮盖内容', 'Show what is masked'],
  'reveal.note': ['个人信息已遮盖。', 'Personal data is masked.'],
  'reveal.reason': ['为什么需要查看？', 'Why do you need to see it?'],
  'reveal.hint': ['查看人和理由会记入日志。', 'Who saw it and why is kept.'],
  'reveal.shown': ['正在显示遮盖的内容，离开本页后恢复遮盖。', 'Shown as written; masked again once you leave.'],
  'reveal.hide': ['恢复遮盖', 'Mask again']
} as const satisfies Record<Needed, readonly [zh: string, en: string]> &
  Record<string, readonly [zh: string, en: string]>
