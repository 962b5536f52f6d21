using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Emergent.Bench -- --filter '*Drive*'
BenchmarkSwitcher.FromAssembly(typeof(Emergent.Bench.UnitKernels).Assembly).Run(args);
