using System.Runtime.InteropServices;

namespace Emergent.Data;

/// <summary>Asks the system to back large columns by 2 MB pages, before they are first touched.</summary>
/// <remarks>
/// Walking rows of a weight matrix of tens of megabytes touches a new 4 kB page every row; with 2 MB pages the addresses of all of them fit the
/// processor's tables. A refusal changes nothing but speed.
/// </remarks>
internal static partial class LargePages
{
    private const nuint PageSize = 2 << 20;
    private const int AdviseHugePage = 14;   // MADV_HUGEPAGE

    public static void Advise(nuint address, nuint bytes)
    {
        if (!OperatingSystem.IsLinux() || bytes < 2 * PageSize) { return; }
        var start = (address + PageSize - 1) / PageSize * PageSize;
        var end = (address + bytes) / PageSize * PageSize;
        if (end > start) { _ = Madvise(start, end - start, AdviseHugePage); }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Madvise(nuint address, nuint length, int advice);
}
