// For processes that only compute: whoever waits for something and has got it goes first, so that the cores are never idle and nobody is late.
import { setPriority } from 'node:os';

setPriority(10);
