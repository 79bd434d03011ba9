import Glibc

exit(WriterSpeed(arguments: CommandLine.arguments).run())
