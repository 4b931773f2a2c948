// Whenever a Camunda web application would show its own sign-in form (after sign-out or time-out), show ours.
export default ["tasklist", "cockpit", "admin", "welcome"].map((app) => ({
  id: "zhengxun-sign-in",
  pluginPoint: `${app}.login`,
  priority: 1,
  render: () => location.replace("/login?logout")
}));
