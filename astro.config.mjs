// For Astro's own tools (`astro check`, editors). The commands in src/commands give Astro the same settings and the place to build in.
import { astroSettings } from './src/site/astro-settings.ts';

export default astroSettings({ base: '/', site: '' });
