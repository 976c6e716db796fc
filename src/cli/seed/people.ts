import type { Role } from '../../casework/role.js'
import type { NewPerson } from '../../runtime/index.js'

/** Somebody of the demonstration. The password of all of them is the runtime’s `demoPassword`. */
export interface DemoPerson {
  readonly username: string
  readonly displayName: string
  readonly role: Role
  /** Where a clerk sits. */
  readonly place?: string
  /** For whom a liaison speaks. */
  readonly department?: string
  readonly liaison?: NewPerson['liaison']
}

/** The register of liaisons (R21): user name, department, main liaison, stand-in. */
const register = [
  ['liaison', '区市场监督管理局', '陈立新', '农晓峰'],
  ['zhujian', '区住房和城乡建设局', '潘志伟', '吴柳青'],
  ['canlian', '区残联', '朱建平', '侯佳宁'],
  ['chengguan', '区城市管理局', '邓国栋', '石雪梅'],
  ['yibao', '区医疗保障局', '卢静怡', '周海涛'],
  ['ziran', '区自然资源部门', '曾庆林', '唐小慧'],
  ['gongan', '市公安局城中分局', '马卫东', '阮晓晴'],
  ['minzheng', '区民政局', '甘玉珍', '杨柳生'],
  ['renshe', '区人力资源和社会保障局', '林慧敏', '庞永康'],
  ['weijian', '区卫生健康局', '苏小琴', '赖文斌'],
  ['jiaoyu', '区教育局', '邱月华', '冯志远'],
  ['yingji', '区应急管理局', '龙海波', '孔令芳'],
] as const

/**
 * The people of the demonstration, invented. The first three of a role are those that the sign-in page and `serve` offer:
 * somebody to look at each kind of place and department with.
 */
export const demoPeople: readonly DemoPerson[] = [
  clerk('clerk', '覃晓兰', '城中区政务服务中心'),
  clerk('clerk2', '莫小玲', '潭中街道政务服务中心'),
  clerk('clerk3', '梁晓燕', '城中区不动产分中心'),
  clerk('clerk4', '韦春燕', '河东街道政务服务中心'),
  clerk('clerk5', '廖家欢', '静兰街道政务服务中心'),
  clerk('clerk6', '罗海棠', '公园街道政务服务中心'),
  clerk('clerk7', '谭秋萍', '中南街道政务服务中心'),
  clerk('clerk8', '蓝月英', '水上街道政务服务中心'),
  clerk('clerk9', '何美玉', '城中街道政务服务中心'),
  { username: 'officer', displayName: '韦建国', role: 'officer' },
  { username: 'officer2', displayName: '黄丽华', role: 'officer' },
  { username: 'supervisor', displayName: '黄敏', role: 'supervisor' },
  { username: 'leader', displayName: '刘志强', role: 'leader' },
  { username: 'leader2', displayName: '蒙海燕', role: 'leader' },
  { username: 'admin', displayName: '系统管理员', role: 'admin' },
  { username: 'security', displayName: '安全管理员', role: 'security' },
  { username: 'auditor', displayName: '审计管理员', role: 'auditor' },
  ...register.map(([username, department, main]) => liaison(username, department, main, 'main')),
  ...register.map(([username, department, , standIn]) =>
    liaison(`${username}2`, department, standIn, 'standIn'),
  ),
]

function clerk(username: string, displayName: string, place: string): DemoPerson {
  return { username, displayName, role: 'clerk', place }
}

function liaison(
  username: string,
  department: string,
  displayName: string,
  kind: 'main' | 'standIn',
): DemoPerson {
  return { username, displayName, role: 'liaison', department, liaison: kind }
}
