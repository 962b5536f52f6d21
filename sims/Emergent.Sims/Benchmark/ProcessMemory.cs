using System.Diagnostics;

namespace Emergent.Sims;

/// <summary>The largest memory that this process has had since it was last asked to forget.</summary>
internal static class ProcessMemory
{
    public static double PeakMB
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <summary>Gives unused memory back and lets the peak begin anew where the system can (Linux); elsewhere it stays that of the whole process.</summary>
    public static void Forget()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux()) { return; }
        // 5 sets VmHWM, the peak, to what is used now: proc(5).
        try { File.WriteAllText("/proc/self/clear_refs", "5"); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { /* not allowed here: the peak is the process's */ }
    }
}
