return Emergent.Cli.EmergentCommand.Run(args);
