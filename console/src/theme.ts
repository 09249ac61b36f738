import type { ThemeConfig } from 'antd'

/** The look of the hall at a desk: warm paper, white cards, hairlines, no shadows; vermilion only for the main act. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#b8322a',
    colorLink: '#b8322a',
    colorError: '#b42318',
    colorSuccess: '#1b7347',
    colorWarning: '#9a5b00',
    colorInfo: '#2b66a8',
    colorText: '#1f2328',
    colorTextSecondary: '#57606a',
    colorBorder: '#cfc8bd',
    colorBorderSecondary: '#e7e2da',
    colorBgLayout: '#faf7f2',
    borderRadius: 8,
    boxShadow: 'none',
    boxShadowTertiary: 'none',
    fontSize: 15,
    fontFamily:
      "-apple-system, BlinkMacSystemFont, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif",
  },
  components: {
    Layout: { siderBg: '#ffffff', headerBg: '#ffffff' },
    Menu: { itemSelectedBg: '#fbecea', itemSelectedColor: '#b8322a' },
    Table: { headerBg: '#f1ede6' },
  },
}
