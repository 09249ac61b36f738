import type { Sketch } from './person'

export interface Persona extends Sketch {
  /** One line for the persona switcher. */
  about: string
}

/** Whom one can be in the demo, in the order of the switcher. No random neighbour is ever one of them. */
export const PERSONAS = [
  {
    key: 'zhang',
    name: '张文海',
    roles: ['owner'],
    home: { building: 3, unit: '2 单元 501' },
    isSeated: true,
    about: '业主，议事员。报过楼道门的事，正等他评一评',
  },
  {
    key: 'wang',
    name: '王秀琴',
    roles: ['owner'],
    home: { building: 5, unit: '401' },
    about: '业主。不同意退回，申请了复核',
  },
  {
    key: 'li',
    name: '李晓彤',
    roles: ['tenant'],
    home: { building: 10, unit: '402' },
    about: '租户。骑电动车，提了充电位怎么用的事，要上议事会',
  },
  {
    key: 'wu',
    name: '吴桂兰',
    roles: ['owner'],
    home: { building: 6, unit: '101' },
    care: true,
    about: '老人，用长辈版。屋顶渗水的事请帮办员代说的',
  },
  {
    key: 'chen',
    name: '陈思远',
    roles: ['family'],
    home: { building: 7, unit: '2 单元 701' },
    about: '家属。替七楼的母亲提了加装电梯',
  },
  {
    key: 'helper',
    name: '孙丽萍',
    roles: ['helper'],
    dutyTitle: '帮办员',
    about: '帮办员。上门、接电话，替不用手机的人代记、代签到',
  },
  {
    key: 'secretary',
    name: '周敏',
    roles: ['branch_secretary'],
    dutyTitle: '支部书记',
    about: '支部书记。分类、派人、召集和主持会议',
  },
  {
    key: 'sorter',
    name: '何立新',
    roles: ['branch_sorter'],
    dutyTitle: '支部委员',
    about: '支部委员。接件、分类，复核别人的决定',
  },
  {
    key: 'property',
    name: '马志强',
    roles: ['property_manager'],
    dutyTitle: '物业工程部',
    about: '物业工程部。手上几件要办，16 号楼电梯已经逾期',
  },
  {
    key: 'director',
    name: '郑国栋',
    roles: ['owner', 'committee_director'],
    dutyTitle: '业委会主任',
    home: { building: 12, unit: '302' },
    isSeated: true,
    about: '业委会主任，也是业主。去谈车库月租',
  },
  {
    key: 'scrutineer1',
    name: '余德民',
    roles: ['owner', 'scrutineer'],
    dutyTitle: '监票人',
    home: { building: 2, unit: '501' },
    about: '监票人，也是业主。录纸质票，认定对不上的票',
  },
  {
    key: 'scrutineer2',
    name: '钱美华',
    roles: ['owner', 'scrutineer'],
    dutyTitle: '监票人',
    home: { building: 17, unit: '202' },
    about: '另一位监票人。每张纸质票要两个人各录一遍',
  },
  {
    key: 'committee',
    name: '林秀英',
    roles: ['residents_committee'],
    dutyTitle: '居委会',
    about: '居委会。开听证会、调解、复核',
  },
  {
    key: 'enforcement',
    name: '高远',
    roles: ['department_liaison'],
    dutyTitle: '街道综合执法队',
    about: '部门联络员。吹哨后来报到，办执法的事',
  },
  {
    key: 'supervisor',
    name: '罗建平',
    roles: ['supervisor'],
    dutyTitle: '监督员',
    about: '监督员。看每一步合不合规，可以上报',
  },
  {
    key: 'street',
    name: '方晴',
    roles: ['street'],
    dutyTitle: '街道',
    about: '街道。接上报的事，另派人办',
  },
] as const satisfies readonly Persona[]
export type PersonaKey = (typeof PERSONAS)[number]['key']
