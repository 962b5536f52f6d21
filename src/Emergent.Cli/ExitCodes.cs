namespace Emergent.Cli;

/// <summary>What the command tells the shell when it ends.</summary>
internal static class ExitCodes
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>A model, the value of an option or a file is wrong; one line on standard error says what and how to mend it.</summary>
    public const int Error = 1;

    /// <summary>The command line is not understood.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C, after the trial that was running; what was done until then is kept.</summary>
    public const int Stopped = 130;
}
